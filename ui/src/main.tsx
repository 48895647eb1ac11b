import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { guardKeys } from "./keys/guard";

guardKeys(window);
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
