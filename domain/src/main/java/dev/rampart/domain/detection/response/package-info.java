/** Responses: what becomes of a threat, and what is remembered of its source for that. */
@NullMarked
package dev.rampart.domain.detection.response;

import org.jspecify.annotations.NullMarked;
