/**
 * The address at which a test moves the clock of a run and asks for faults; only a start with
 * {@code --control} has it.
 */
@NullMarked
package dev.rampart.local.stack.control;

import org.jspecify.annotations.NullMarked;
