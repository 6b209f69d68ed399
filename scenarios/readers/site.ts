/** The areas whose results are published, as readers go through them. Derived from the codes of TPS, which are nested. */
export interface Site {
  /** Codes under which the elections are published, e.g. `pkwkp`. */
  elections: readonly string[];
  /** In order of code. */
  kelurahan: ArrayLike<PublishedKelurahan>;
  kabkota: ArrayLike<PublishedKabkota>;
}

export interface PublishedKelurahan {
  /** 10 digits. */
  code: string;
  /** 13 digits each. */
  tps: readonly string[];
}

export interface PublishedKabkota {
  /** 4 digits. */
  code: string;
  /** 6 digits each. */
  kecamatan: readonly string[];
}

/** Areas in order of code. @param kodes of TPS, in order; of kelurahan where only the kab/kota are wanted */
export function siteAreas(kodes: Iterable<string>): {
  kelurahan: PublishedKelurahan[];
  kabkota: PublishedKabkota[];
} {
  const kelurahan: { code: string; tps: string[] }[] = [];
  const kabkota: { code: string; kecamatan: string[] }[] = [];
  for (const kode of kodes) {
    const village = kode.slice(0, 10);
    let known = kelurahan.at(-1);
    if (known?.code !== village) {
      known = { code: village, tps: [] };
      kelurahan.push(known);
    }
    known.tps.push(kode);
    addKecamatan(kabkota, kode.slice(0, 6));
  }
  return { kelurahan, kabkota };
}

function addKecamatan(kabkota: { code: string; kecamatan: string[] }[], kecamatan: string): void {
  const code = kecamatan.slice(0, 4);
  let known = kabkota.at(-1);
  if (known?.code !== code) {
    known = { code, kecamatan: [] };
    kabkota.push(known);
  }
  if (known.kecamatan.at(-1) !== kecamatan) known.kecamatan.push(kecamatan);
}
