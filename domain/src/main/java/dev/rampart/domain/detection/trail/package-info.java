/** What the gates' own logs tell of one request, or of everything that somebody did. */
@NullMarked
package dev.rampart.domain.detection.trail;

import org.jspecify.annotations.NullMarked;
