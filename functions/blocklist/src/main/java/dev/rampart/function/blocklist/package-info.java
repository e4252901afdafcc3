/** The block list's function: its handler and its composition root. */
@NullMarked
package dev.rampart.function.blocklist;

import org.jspecify.annotations.NullMarked;
