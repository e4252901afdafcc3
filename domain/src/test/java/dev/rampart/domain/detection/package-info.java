/** Tests of detection, and the contracts of its ports. */
@NullMarked
package dev.rampart.domain.detection;

import org.jspecify.annotations.NullMarked;
