/** What is remembered of a subject: sums and sets that do not depend on order, split or repeats. */
@NullMarked
package dev.rampart.domain.detection.state;

import org.jspecify.annotations.NullMarked;
