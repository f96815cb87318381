"""The documents in a real browser: they render without the network, and show the examples."""

from __future__ import annotations

from tests.browser import page
from tests.service.running import served


def test_the_documents_render_offline_with_examples_in_both_languages() -> None:
    with served() as address, page() as (browser, outside):
        errors: list[str] = []
        browser.on("pageerror", lambda error: errors.append(str(error)))
        browser.goto(f"{address}/docs")
        browser.click("#operations-decisions-decide_v1_decisions_post")
        examples = browser.locator("#operations-decisions-decide_v1_decisions_post select").all_inner_texts()
        assert any("Sekretaris RT di Tegal" in text and "Secretary of an RT in Tegal" in text for text in examples)
        assert "pengurus_rt_rw_lpmk" in browser.inner_text("#operations-decisions-decide_v1_decisions_post")
    assert not outside
    assert not errors
