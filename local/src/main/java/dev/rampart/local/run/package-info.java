/** What of a run is Rampart's own: its template, the name of its stack, and who can sign in. */
@NullMarked
package dev.rampart.local.run;

import org.jspecify.annotations.NullMarked;
