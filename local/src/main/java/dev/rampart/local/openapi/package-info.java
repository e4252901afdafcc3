/** Derives the gateway's definition of the API from the published contract. */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.openapi;
