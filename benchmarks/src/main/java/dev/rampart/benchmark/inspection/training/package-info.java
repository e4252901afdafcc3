/** Learning of the inspector's weights. */
@NullMarked
package dev.rampart.benchmark.inspection.training;

import org.jspecify.annotations.NullMarked;
