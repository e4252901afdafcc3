/** What a run is known by, and the file in which it says so. */
@NullMarked
package dev.rampart.local.stack.instance;

import org.jspecify.annotations.NullMarked;
