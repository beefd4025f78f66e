export interface Properties {
  'AWS::Lambda::Function': { readonly FunctionName?: string; readonly TracingConfig?: { readonly Mode?: string }; readonly Environment?: { readonly Variables?: { readonly [key: string]: string } }; readonly Layers?: readonly string[] };
}
