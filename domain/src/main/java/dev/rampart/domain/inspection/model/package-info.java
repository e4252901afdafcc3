/**
 * The scan of a value in windows, the features of a window, and the learned weights that score
 * them.
 */
@NullMarked
package dev.rampart.domain.inspection.model;

import org.jspecify.annotations.NullMarked;
