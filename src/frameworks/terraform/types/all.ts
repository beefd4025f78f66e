import type { Table } from '#frameworks/terraform/types/table';

/** The tables of all resource types, by Terraform's names. Each file of this directory gives some. */
export const tables: ReadonlyMap<string, Table> = new Map(([] as Table[]).map((table) => [table.own, table]));
