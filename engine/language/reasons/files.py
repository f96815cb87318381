"""Why faults of files written by hand matter, for those that no example file can show."""

from __future__ import annotations

from engine.language.vocabulary import Label

FILE_REASONS: dict[str, Label] = {
    "cannot-read": Label(
        "Berkas yang tidak terbaca tidak dapat dipakai; sebabnya ada pada folder atau izinnya, bukan pada isinya.",
        "A file that cannot be read cannot be used; the cause is the folder or its permissions, not its content.",
    ),
    "file-too-large": Label(
        "Berkas sebesar itu bukan kebijakan, dan membacanya dapat menghabiskan ingatan mesin.",
        "A file of that size is no policy, and reading it could use up the machine's memory.",
    ),
    "too-many-nodes": Label(
        "Berkas dengan butir sebanyak itu bukan kebijakan, dan membacanya dapat menghabiskan ingatan mesin.",
        "A file with so many items is no policy, and reading it could use up the machine's memory.",
    ),
    "not-utf8": Label(
        "Dalam pengodean lain huruf beraksen terbaca sebagai huruf lain.",
        "In another encoding accented letters read as other letters.",
    ),
}
