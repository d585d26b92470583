package gov.tianmu.spi.value;

/** The sex on record, as GB/T 2261.1 numbers it and a resident ID's sequence digit tells it. */
public enum Sex {
    MALE,
    FEMALE
}
