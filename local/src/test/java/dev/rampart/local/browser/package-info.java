/** A real browser for tests: headless Chromium, driven over the DevTools protocol. */
@NullMarked
package dev.rampart.local.browser;

import org.jspecify.annotations.NullMarked;
