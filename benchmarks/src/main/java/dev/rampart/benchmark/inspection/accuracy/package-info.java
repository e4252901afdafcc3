/** How often the inspector is right. */
@NullMarked
package dev.rampart.benchmark.inspection.accuracy;

import org.jspecify.annotations.NullMarked;
