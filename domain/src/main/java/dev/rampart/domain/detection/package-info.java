/** Who did what suspicious thing, what it adds up to, and when that is worth telling. */
@NullMarked
package dev.rampart.domain.detection;

import org.jspecify.annotations.NullMarked;
