"""Arabic writing: named classes of characters, and text made comparable."""
