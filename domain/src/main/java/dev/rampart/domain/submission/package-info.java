/** The business resource: a submission, its states, and the events of its changes. */
@NullMarked
package dev.rampart.domain.submission;

import org.jspecify.annotations.NullMarked;
