/** How fast the inspector is, beside a peer if there is one. */
@NullMarked
package dev.rampart.benchmark.inspection.speed;

import org.jspecify.annotations.NullMarked;
