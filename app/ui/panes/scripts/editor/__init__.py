"""The editor of scripts: a form in pages, the same script as its file, what is wrong with it, and how it will be read.

``Sheet`` holds what is being written; every page shows it and changes it field by field, so that what nobody touched
stays as it was. Checks and the preview come from one question to the services, asked a moment after the last key.
"""
