// Serves the pages with a stand-in of the program, to look at them in a browser: `npm run look`.
// Never part of the build.

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({ root: import.meta.dirname, plugins: [react()] });
