"""Opening what was sealed, on a body's own machine: in a process without network, showing plain text only.

isolation    isolate() -> bool: no network, no privileges, little memory, no core file
visible      visible_text(text): control, bidirectional and unseen signs written out
case_file    read_case(path) -> Case: envelope, entry, messages and pieces of one downloaded file
reading      open_case(case, keys, ...) -> OpenedCase
attachments  rerendered(content) -> Rendered: pictures and pages drawn anew, or closed
__main__     the process without network; `drawing` the one inside it that draws a single attachment
"""
