package io.openintegration.daemon.metadata.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.RelationshipType.Multiplicity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeCatalogueTest {

    private static final TypeCatalogue TYPES = TypeCatalogue.openMetadata();
    private static final TypeValidation VALIDATION = new TypeValidation(TYPES, "test");

    @Test
    void superTypesAreNearestFirst() {
        assertThat(TYPES.superTypes(new TypeName("CSVFile")))
                .extracting(TypeName::value)
                .containsExactly("DataFile", "DataStore", "DataAsset", "Asset", "Referenceable", "OpenMetadataRoot");
        assertThat(TYPES.superTypes(new TypeName("NestedFile"))).isEmpty();
    }

    @Test
    void attributesAreInherited() {
        assertThat(TYPES.attributes(new TypeName("CSVFile")))
                .containsKeys("qualifiedName", "resourceName", "pathName", "fileName", "delimiterCharacter");
        assertThat(TYPES.attributes(new TypeName("JSONFile"))).doesNotContainKey("delimiterCharacter");
    }

    @Test
    void subTypesIncludeTheTypeItself() {
        assertThat(TYPES.withSubTypes(new TypeName("FileFolder")))
                .containsExactlyInAnyOrder(new TypeName("FileFolder"), new TypeName("DataFolder"));
    }

    @ParameterizedTest
    @CsvSource({
        "CSVFile, Asset",
        "RelationalColumn, AuthoredReferenceable",
        "FileSystem, SoftwareCapability",
        "Asset, Asset",
        "Referenceable, Referenceable"
    })
    void anchorDomainIsTheTypeBelowReferenceable(String type, String domain) {
        assertThat(TYPES.anchorDomain(new TypeName(type))).isEqualTo(new TypeName(domain));
    }

    @ParameterizedTest
    @CsvSource({
        "FolderHierarchy, FileFolder, FileFolder, UNI_LINK",
        "NestedFile, FileFolder, DataFile, UNI_LINK",
        "PersonRoleAppointment, PersonRole, Person, UNI_LINK",
        "DataSetContent, DataSet, Referenceable, UNI_LINK",
        "DataFlow, Referenceable, Referenceable, MULTI_LINK",
        "ControlFlow, Referenceable, Referenceable, MULTI_LINK",
        "ProcessCall, Referenceable, Referenceable, MULTI_LINK"
    })
    void relationshipsHaveTheirEnds(String name, String end1, String end2, Multiplicity multiplicity) {
        assertThat(TYPES.relationship(new TypeName(name))).hasValueSatisfying(type -> {
            assertThat(type.end1().entityType()).isEqualTo(new TypeName(end1));
            assertThat(type.end2().entityType()).isEqualTo(new TypeName(end2));
            assertThat(type.multiplicity()).isEqualTo(multiplicity);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "pathname, x, CSVFile, pathName",
        "qualifedName, x, FileSystem, qualifiedName",
        "storeUpdateTime, x, CSVFile, kind date",
        "contentStatus, x, CSVFile, enumeration ContentStatus",
        "x, y, Incomplete, no property at all"
    })
    void wrongPropertyIsRefusedWithWhatIsExpected(String property, String value, String type, String expected) {
        ElementProperties properties =
                ElementProperties.builder().text(property, value).build();
        assertThatThrownBy(() -> VALIDATION.properties(new TypeName(type), properties))
                .hasMessageStartingWith("OMAG-REPOSITORY-HANDLER-400-001")
                .hasMessageContaining(property)
                .hasMessageContaining(expected);
    }

    @Test
    void unknownValueOfClosedEnumerationIsRefused() {
        ElementProperties wrong = ElementProperties.builder()
                .choice("keyPattern", "KeyPattern", "LOCAL")
                .build();
        assertThatThrownBy(() -> VALIDATION.properties(new TypeName("PrimaryKey"), wrong))
                .hasMessageContaining("LOCAL_KEY");
        ElementProperties right = ElementProperties.builder()
                .choice("keyPattern", "KeyPattern", "LOCAL_KEY")
                .build();
        assertThatCode(() -> VALIDATION.properties(new TypeName("PrimaryKey"), right))
                .doesNotThrowAnyException();
    }

    @Test
    void typeOfAnotherCategoryIsNotUnknownButWrong() {
        assertThatThrownBy(() -> VALIDATION.elementType(new TypeName("NestedFile")))
                .hasMessageStartingWith("OMAG-COMMON-400-019");
        assertThatThrownBy(() -> VALIDATION.relationshipType(new TypeName("NestedFiles")))
                .hasMessageStartingWith("OMAG-COMMON-400-018")
                .hasMessageContaining("is NestedFile");
    }

    @Test
    void classificationMustFitTheElement() {
        assertThatThrownBy(() -> VALIDATION.classification(
                        new TypeName("CSVFile"), new TypeName("PrimaryKey"), ElementProperties.NONE))
                .hasMessageStartingWith("OMAG-REPOSITORY-HANDLER-400-004");
    }
}
