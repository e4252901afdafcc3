/** Log records that cannot be read: why, and what may be told of them. */
@NullMarked
package dev.rampart.domain.detection.rejection;

import org.jspecify.annotations.NullMarked;
