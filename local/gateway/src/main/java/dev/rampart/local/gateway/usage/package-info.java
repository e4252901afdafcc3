/** The gate of API keys: usage plans, throttles and quotas, and what was used of them. */
@NullMarked
package dev.rampart.local.gateway.usage;

import org.jspecify.annotations.NullMarked;
