"""Charts drawn with characters. Only `canvas.py` knows plotext, only the views know Textual."""
