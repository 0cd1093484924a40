//! The bill of materials, in CycloneDX 1.5: <https://cyclonedx.org/docs/1.5/json/>.
//!
//! It names every crate whose code is in the WebAssembly of the widget or in the tool; the property
//! `kennislemniscaat:part` says in which. The scripts of the site contain no code of others but the bindings that
//! wasm-bindgen, one of these crates, makes.

use anyhow::{Context, Result, bail};
use cyclonedx_bom::external_models::spdx::SpdxExpression;
use cyclonedx_bom::external_models::uri::{Purl, Uri};
use cyclonedx_bom::models::component::{Classification, Component, Components, Scope};
use cyclonedx_bom::models::dependency::{Dependencies, Dependency};
use cyclonedx_bom::models::external_reference::{
    ExternalReference, ExternalReferenceType, ExternalReferences,
};
use cyclonedx_bom::models::hash::{Hash, HashAlgorithm, HashValue, Hashes};
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::models::metadata::Metadata;
use cyclonedx_bom::models::property::{Properties, Property};
use cyclonedx_bom::prelude::{Bom, SpecVersion, Validate as _};

use super::crates::{Crate, Id, Part};
use super::{facts, licences};

/// The product, which isn't the crate of the same name.
const PRODUCT: &str = "kennislemniscaat";

/// The name of the property with the part that a crate is in.
const PART: &str = "kennislemniscaat:part";

/// The bill of materials as JSON.
///
/// # Errors
/// If a crate has no licence, or the bill doesn't follow its specification.
pub fn bill(crates: &[Crate]) -> Result<String> {
    let (own, others): (Vec<_>, Vec<_>) = crates.iter().partition(|each| each.is_own());
    let mut dependencies: Vec<_> = crates.iter().map(dependency).collect();
    let roots = own.iter().filter(|each| {
        let (name, _) = &each.id;
        Part::ALL.iter().any(|part| part.root() == name)
    });
    dependencies.push(Dependency {
        dependency_ref: PRODUCT.to_owned(),
        dependencies: roots.map(|each| reference(&each.id)).collect(),
    });
    let mut components = Vec::new();
    for each in own.into_iter().chain(others) {
        let (name, version) = &each.id;
        components.push(component(each).with_context(|| format!("{name} {version}"))?);
    }
    let bom = Bom {
        version: 1,
        serial_number: None,
        metadata: Some(Metadata {
            component: Some(Component::new(
                Classification::Application,
                PRODUCT,
                facts::VERSION,
                Some(PRODUCT.to_owned()),
            )),
            ..Metadata::default()
        }),
        components: Some(Components(components)),
        dependencies: Some(Dependencies(dependencies)),
        ..Bom::default()
    };
    let validation = bom.validate_version(SpecVersion::V1_5);
    if !validation.passed() {
        let errors: Vec<_> = validation.errors().collect();
        bail!("the bill of materials doesn't follow CycloneDX 1.5: {errors:?}");
    }
    let mut json = Vec::new();
    bom.output_as_json_v1_5(&mut json)
        .context("writing the bill of materials")?;
    json.push(b'\n');
    Ok(String::from_utf8(json)?)
}

fn reference((name, version): &Id) -> String {
    format!("{name}@{version}")
}

fn dependency(each: &Crate) -> Dependency {
    Dependency {
        dependency_ref: reference(&each.id),
        dependencies: each.dependencies.iter().map(reference).collect(),
    }
}

fn component(each: &Crate) -> Result<Component> {
    let (name, version) = &each.id;
    let licence = SpdxExpression::try_from(licences::expression(each)?)?;
    let parts = each.parts.iter();
    let parts = parts.map(|part| Property::new(PART, part.name())).collect();
    let hash = each.checksum.as_ref().map(|checksum| Hash {
        alg: HashAlgorithm::SHA_256,
        content: HashValue(checksum.clone()),
    });
    let repository = each
        .repository
        .as_ref()
        .map(|address| ExternalReference::new(ExternalReferenceType::Vcs, Uri::new(address)));
    // Crates of this project aren't in the registry.
    let purl = match each.is_own() {
        true => None,
        false => Some(Purl::new("cargo", name, version)?),
    };
    Ok(Component {
        scope: Some(Scope::Required),
        licenses: Some(Licenses(vec![LicenseChoice::Expression(licence)])),
        purl,
        hashes: hash.map(|hash| Hashes(vec![hash])),
        external_references: repository.map(|repository| ExternalReferences(vec![repository])),
        properties: Some(Properties(parts)),
        ..Component::new(
            Classification::Library,
            name,
            version,
            Some(reference(&each.id)),
        )
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use anyhow::ensure;
    use serde_json::Value;

    use super::super::crates::tests::SHIPPED;
    use super::*;

    #[test]
    fn the_bill_names_each_crate_with_its_parts() -> Result<()> {
        let crates = &*SHIPPED;
        let text = bill(crates)?;
        ensure!(text == bill(crates)?, "two bills of the same crates differ");
        let json: Value = serde_json::from_str(&text)?;
        ensure!(json["bomFormat"] == "CycloneDX" && json["specVersion"] == "1.5");
        let components = json["components"].as_array().context("components")?;
        ensure!(components.len() == crates.len());
        for each in crates {
            let (name, version) = &each.id;
            let of_crate = components
                .iter()
                .find(|other| other["name"] == **name && other["version"] == **version);
            let of_crate = of_crate.with_context(|| format!("{name} is missing"))?;
            let parts = of_crate["properties"].as_array().context("properties")?;
            let parts: BTreeSet<_> = parts
                .iter()
                .filter_map(|part| part["value"].as_str())
                .collect();
            let expected: BTreeSet<_> = each.parts.iter().map(|part| part.name()).collect();
            ensure!(parts == expected, "{name}: {of_crate:#}");
            ensure!(
                of_crate["licenses"][0]["expression"].is_string(),
                "{name} has no licence"
            );
            ensure!(
                of_crate["purl"].is_string() != each.is_own(),
                "{name}: {of_crate:#}"
            );
        }
        Ok(())
    }

    #[test]
    fn a_crate_with_an_unknown_licence_is_refused() -> Result<()> {
        let mut crates = SHIPPED.clone();
        crates[0].licence = Some("as you like".into());
        let message = format!("{:#}", bill(&crates).err().context("expected a problem")?);
        ensure!(message.contains(&crates[0].id.0), "{message}");
        Ok(())
    }
}
