/** What the functions share: reading the environment, making SDK clients, handling batches. */
@NullMarked
package dev.rampart.adapter.lambda;

import org.jspecify.annotations.NullMarked;
