/** Asks the policies of the template wherever a run does something that AWS asks them for. */
@NullMarked
package dev.rampart.local.stack.access;

import org.jspecify.annotations.NullMarked;
