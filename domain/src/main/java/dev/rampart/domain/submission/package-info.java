/** The business resource: what a client hands in, its states and what happens to it. */
@NullMarked
package dev.rampart.domain.submission;

import org.jspecify.annotations.NullMarked;
