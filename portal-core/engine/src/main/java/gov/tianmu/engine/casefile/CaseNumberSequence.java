package gov.tianmu.engine.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last case number given in a year; locked while the next is taken. */
@Entity
@Table(name = "case_sequence")
public class CaseNumberSequence {

    @Id
    @Column(name = "year_of")
    private int year;

    @Column(name = "last_number")
    private int last;

    protected CaseNumberSequence() {}

    CaseNumberSequence(int year) {
        this.year = year;
    }

    /** E.g. 2023-0017: unique over all programs, so that it serves as an address without Chinese in it. */
    String next() {
        last++;
        return String.format("%d-%04d", year, last);
    }
}
