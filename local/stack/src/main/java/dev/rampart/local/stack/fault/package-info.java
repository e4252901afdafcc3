/** Faults of the services that a test asks for, and functions that end in the middle of a call. */
@NullMarked
package dev.rampart.local.stack.fault;

import org.jspecify.annotations.NullMarked;
