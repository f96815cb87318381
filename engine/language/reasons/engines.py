"""Why faults of the table engines matter: Spark and DuckDB."""

from __future__ import annotations

from engine.language.vocabulary import Label

ENGINE_REASONS: dict[str, Label] = {
    "spark-not-installed": Label(
        "Spark hanya diperlukan untuk daftar yang terlalu besar bagi satu komputer; ketiga mesin memutus sama.",
        "Spark is needed only for lists too large for one machine; all three engines decide alike.",
    ),
    "java-not-found": Label(
        "Belum ada yang diputus; daftar yang sama dapat dijalankan pada mesin lain dengan keputusan yang sama.",
        "Nothing has been decided yet; on another engine the same list gives the same decisions.",
    ),
    "spark-not-started": Label(
        "Sebabnya ada pada komputer atau pengaturannya, bukan pada daftar pemohon; belum ada yang diputus.",
        "The cause lies with the computer or its settings, not with the list; nothing has been decided yet.",
    ),
    "spark-unreachable": Label(
        "Tanpa pemeriksaan ini Spark akan mencoba menghubungi klaster itu sekitar satu menit sebelum menyerah.",
        "Without this check Spark would try to reach the cluster for about a minute before giving up.",
    ),
    "engine-incomplete": Label(
        "Keputusan yang hilang berarti pemohon yang tidak pernah dijawab; sebagian hasil tidak boleh tampak sebagai"
        " hasil lengkap.",
        "A missing decision is an applicant who is never answered; part of a result must not look like all of it.",
    ),
    "spark-failed": Label(
        "Hasil yang terhenti di tengah jalan tidak dipakai, supaya tidak ada pemohon yang tertinggal tanpa diketahui.",
        "A result cut off midway is not used, so that no applicant is left out unnoticed.",
    ),
}
