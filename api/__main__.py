"""`python -m api` is `perwal`."""

from api.cli import main

main()
