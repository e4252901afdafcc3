/** What answers a request that passed all gates: Lambda functions and mocks. */
@NullMarked
package dev.rampart.local.gateway.integration;

import org.jspecify.annotations.NullMarked;
