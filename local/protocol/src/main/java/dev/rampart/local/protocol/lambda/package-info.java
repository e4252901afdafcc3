/** How a function is invoked and how that ends, for all who invoke one and for what runs it. */
@NullMarked
package dev.rampart.local.protocol.lambda;

import org.jspecify.annotations.NullMarked;
