/** Subscriptions: lines on their way to functions. */
@NullMarked
package dev.rampart.local.logs.delivery;

import org.jspecify.annotations.NullMarked;
