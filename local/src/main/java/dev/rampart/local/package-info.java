/** Rampart on this machine: the command line, the demo, and what its run adds to a stack. */
@NullMarked
package dev.rampart.local;

import org.jspecify.annotations.NullMarked;
