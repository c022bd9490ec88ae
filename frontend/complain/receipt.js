// The page on which a receipt is checked.
import { leaveNothing, quickExit } from "./page.js";
import { receiptForm } from "./receipt_form.js";
import { changeTongue } from "./tongue.js";

const enliven = () => receiptForm(document.querySelector("main"));
quickExit();
leaveNothing();
changeTongue({ keep: () => ({}), enliven });
enliven();
