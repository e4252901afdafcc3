/** The security function: its handler and its composition root. */
@NullMarked
package dev.rampart.function.security;

import org.jspecify.annotations.NullMarked;
