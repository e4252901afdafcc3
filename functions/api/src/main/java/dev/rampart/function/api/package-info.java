/** The api function: its handler and its composition root. */
@NullMarked
package dev.rampart.function.api;

import org.jspecify.annotations.NullMarked;
