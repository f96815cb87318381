"""Why it matters that proofs of a policy were left undecided; of all that they find the examples say why."""

from __future__ import annotations

from engine.language.vocabulary import Label

PROOF_REASONS: dict[str, Label] = {
    "proofs-not-decided": Label(
        "Tanpa bukti, kriteria dan sumber dana yang sia-sia dapat luput; hal itu harus dikatakan.",
        "Without proofs idle criteria and sources may go unnoticed; that must be said.",
    ),
    "proofs-still-not-decided": Label(
        "Syarat dan sumber dana yang sia-sia pada bagian itu tetap dapat luput; peninjau perlu membacanya sendiri.",
        "Idle criteria and sources may still go unnoticed in that part; whoever reviews it has to read it with care.",
    ),
}
