"""Every face of the program: command line, HTTP, pages."""
