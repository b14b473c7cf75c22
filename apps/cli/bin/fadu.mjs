#!/usr/bin/env node
// npx fadu: the workspace links this file, so npx starts it without an install of its own.
import '../../../bin/fadu.mjs';
