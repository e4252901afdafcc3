/** Blocks: which sources are kept out, why, for how long, and what is never kept out. */
@NullMarked
package dev.rampart.domain.detection.block;

import org.jspecify.annotations.NullMarked;
