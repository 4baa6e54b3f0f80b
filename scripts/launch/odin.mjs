#!/usr/bin/env node
// npm links the commands of dependencies, not the project's own: package.json depends on this folder, so `npx odin` works after `npm ci`.
import '../odin.mjs';
