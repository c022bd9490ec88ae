// The page of the mailbox.
import { openMailbox } from "./open_mailbox.js";
import { leaveNothing, quickExit } from "./page.js";
import { changeTongue } from "./tongue.js";

const enliven = () => openMailbox(document.querySelector("[data-mailbox]"), { closed: () => scrollTo(0, 0) });
quickExit();
leaveNothing();
changeTongue({ keep: () => ({}), enliven });
enliven();
