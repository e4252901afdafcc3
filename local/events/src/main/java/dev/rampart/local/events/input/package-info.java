/** What of an event a target gets: all of it, a part, or a text that is made from parts. */
@NullMarked
package dev.rampart.local.events.input;

import org.jspecify.annotations.NullMarked;
