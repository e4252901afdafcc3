/**
 * What the functions share: reading environment and secret, making SDK clients, handling batches
 * and requests.
 */
@NullMarked
package dev.rampart.adapter.lambda;

import org.jspecify.annotations.NullMarked;
