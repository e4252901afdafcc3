/** How a run is doing: what is asked, what answers, and the answer. */
@NullMarked
package dev.rampart.local.stack.health;

import org.jspecify.annotations.NullMarked;
