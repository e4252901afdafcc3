/** Finds injection in one text value and says where and why. */
@NullMarked
package dev.rampart.domain.inspection;

import org.jspecify.annotations.NullMarked;
