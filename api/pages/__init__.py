"""Pages as HTML: templates beside the modules that fill them."""
